fetch('/api/todos');
