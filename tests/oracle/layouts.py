def write(save): pass
