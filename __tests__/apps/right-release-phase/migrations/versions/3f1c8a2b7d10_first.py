"""first

Revision ID: 3f1c8a2b7d10
Revises:
Create Date: 2026-03-02 09:14:27.518332

"""
from alembic import op
import sqlalchemy as sa

revision = "3f1c8a2b7d10"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "guest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade():
    op.drop_table("guest")
