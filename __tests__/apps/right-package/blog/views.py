from blog import app
from blog.models import Post


@app.route("/")
def index():
    return {"posts": [post.title for post in Post.query.order_by(Post.id)]}
