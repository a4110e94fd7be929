print("no jobs yet")
