from flask import Blueprint

from .models import Order, Product

bp = Blueprint("shop", __name__)


@bp.get("/")
def index():
    return {"products": Product.query.count(), "orders": Order.query.count()}
