"""An agenda on its way out: composed of what the desk has, checked, compared, packed and sent."""
