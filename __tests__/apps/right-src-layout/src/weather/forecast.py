def forecast():
    return [("Monday", 17), ("Tuesday", 19), ("Wednesday", 14)]
