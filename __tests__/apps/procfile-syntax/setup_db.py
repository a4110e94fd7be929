print("nothing to set up yet")
