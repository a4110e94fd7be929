from db import connect

SCHEMA = "CREATE TABLE IF NOT EXISTS visit (id serial PRIMARY KEY, at timestamptz DEFAULT now())"

connection = connect()
with connection, connection.cursor() as cursor:
    cursor.execute(SCHEMA)
connection.close()
