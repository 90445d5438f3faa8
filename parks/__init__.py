"""What a park is: model, readers, sectors, filter, catalogue and exports."""
