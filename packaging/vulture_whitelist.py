# Names that look unused and are not: called by Qt, pytest or SQLAlchemy. One bare name a line.
