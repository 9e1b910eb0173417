import Database from "better-sqlite3";

/** For tests: runs SQL in a database file, past everything that would refuse it. */
export function runSql(file: string, sql: string): void {
  const connection = new Database(file);
  connection.pragma("foreign_keys = off");
  connection.exec(sql);
  connection.close();
}

/** For tests: every row of every table in a database file. */
export function rowsOf(file: string): Record<string, unknown[]> {
  const connection = new Database(file, { readonly: true });
  const tables = connection.prepare("select name from sqlite_master where type = 'table'").pluck().all();
  const rows = (tables as string[]).map((table) => [
    table,
    connection.prepare(`select * from "${table}"`).all(),
  ]);
  connection.close();
  return Object.fromEntries(rows);
}
