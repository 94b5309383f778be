"""Any attachment becomes something safe that can be shown, printed and published."""
