// Everything here is a comfort: the pages say and do the same without it.
