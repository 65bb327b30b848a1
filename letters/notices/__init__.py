"""What happened to letters that concerns somebody: the list behind the bell."""
