fetch("/api/todos");
