import pg from 'pg';

/** Type of a PostgreSQL `date`. */
const DATE = 1082;

/**
 * How columns are read: a `date` stays the text `YYYY-MM-DD` that it is everywhere else, instead of becoming an instant in the
 * machine's own zone; everything else as pg reads it.
 */
export const plainDates: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === DATE ? (text: string) => text : pg.types.getTypeParser(oid, format)),
};
