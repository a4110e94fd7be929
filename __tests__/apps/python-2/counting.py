visits = 0


def count():
    global visits
    visits += 1
    print "visit number", visits
    return visits
