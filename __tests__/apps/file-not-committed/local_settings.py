SECRET_KEY = "only-on-this-machine"
