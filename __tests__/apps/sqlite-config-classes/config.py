import os


class Config:
    SECRET_KEY = os.environ.get("SECRET_KEY")
    SQLALCHEMY_TRACK_MODIFICATIONS = False


class StagingConfig(Config):
    SQLALCHEMY_DATABASE_URI = "sqlite:///staging.db"


class ProductionConfig(Config):
    SQLALCHEMY_DATABASE_URI = "sqlite:///production.db"


config = {"staging": StagingConfig, "production": ProductionConfig}
