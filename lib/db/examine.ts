/** Looks whether a database is sound, and whether what it says of each memory is what its log says. Changes nothing. */
import Database from "better-sqlite3";
import type { UserId } from "@/lib/core/ids";
import { areRulesReadable, areWeightsReadable } from "@/lib/core/study/readable-rules";
import { isZone } from "@/lib/core/study-day";
import { asDb } from "./client";
import { foldMemories } from "./fold-memories";
import { isDamage, type SchemaState, schemaOf } from "./migrate";

export interface Check {
  name: string;
  ok: boolean;
  /** How many rows it finds fault with. */
  count: number;
  /** At most five of them: ids; a memory is named by its learner and its card. */
  examples: string[];
}

export interface Examination {
  ok: boolean;
  /** `integrity` is "ok" or what SQLite found. */
  database: { file: string; schema: SchemaState; integrity: string };
  /** Empty where the schema is another than this version's. */
  checks: Check[];
}

const mostExamples = 5;
const memory = "m.user_id || ' ' || m.card_id as id";
/** Rows of the log that a memory is a fold of. */
const counted = `(
  select r.user_id, r.card_id, count(*) as reps, max(r.at) as last
  from reviews r join memories k on k.user_id = r.user_id and k.card_id = r.card_id
  where r.undone_at is null and r.kind = 'review' and r.seq > k.since_seq and not exists (select 1 from marks x
    where x.user_id = r.user_id and x.card_id = r.card_id and x.kind = 'reset' and x.at > r.at)
  group by r.user_id, r.card_id
)`;
const isWithin = (column: string, least: number, most: number): string =>
  `case m.phase when 'new' then ${column} = 0
    else typeof(${column}) in ('real', 'integer') and ${column} between ${least} and ${most} end`;

/** Each finds the rows at fault; with `isSound` only those whose `value` is not. */
const questions: { name: string; sql: string; isSound?: (value: string) => boolean }[] = [
  {
    name: "log-places",
    sql: "select min(id) as id from reviews group by user_id, seq having count(*) > 1",
  },
  {
    name: "reviews-remembered",
    sql: `select r.id from reviews r left join memories m on m.user_id = r.user_id and m.card_id = r.card_id
      where m.card_id is null and r.kind = 'review'`,
  },
  {
    name: "set-reviews",
    sql: `select r.id from reviews r left join sets s on s.id = r.set_id
      where r.set_id is not null and (s.user_id is not r.user_id or s.kind is not r.kind)
        or r.set_id is null and r.kind = 'cram'`,
  },
  {
    name: "sets",
    sql: `select id from sets
      where case json_valid(card_ids) when 1 then json_type(card_ids) <> 'array' else true end`,
  },
  {
    name: "known-cards",
    sql: `select ${memory} from memories m left join cards c on c.id = m.card_id where c.id is null`,
  },
  {
    name: "reps",
    sql: `select ${memory} from memories m
      left join ${counted} l on l.user_id = m.user_id and l.card_id = m.card_id
      where m.reps <> coalesce(l.reps, 0)`,
  },
  {
    name: "resets",
    sql: `select ${memory} from memories m where m.since_seq <> coalesce((select max(k.seq) from marks k
      where k.user_id = m.user_id and k.card_id = m.card_id and k.kind = 'reset'), 0)`,
  },
  {
    name: "last-review",
    sql: `select ${memory} from memories m
      left join ${counted} l on l.user_id = m.user_id and l.card_id = m.card_id
      where m.last_reviewed_at is not l.last`,
  },
  {
    name: "stability",
    sql: `select ${memory} from memories m where (${isWithin("m.stability", 0.001, 36_500)}) is not 1`,
  },
  {
    name: "difficulty",
    sql: `select ${memory} from memories m where (${isWithin("m.difficulty", 1, 10)}) is not 1`,
  },
  { name: "revision", sql: `select ${memory} from memories m where m.revision < 0` },
  { name: "zones", sql: "select id, zone as value from users", isSound: isZone },
  { name: "rules", sql: "select id, rules as value from users", isSound: areRulesReadable },
  { name: "weights", sql: "select id, weights as value from users", isSound: areWeightsReadable },
];

/** Reads a database file that a server may be writing to; it must exist. */
export async function examine(file: string): Promise<Examination> {
  const connection = new Database(file, { readonly: true, fileMustExist: true, timeout: 2000 });
  try {
    // One transaction, so that every check sees the same rows.
    connection.exec("begin");
    return await examineRows(connection, file);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { ok: false, database: { file, schema: "damaged", integrity: error.message }, checks: [] };
  } finally {
    connection.close();
  }
}

async function examineRows(connection: Database.Database, file: string): Promise<Examination> {
  const problems = connection.prepare(`pragma integrity_check(${mostExamples})`).pluck().all();
  const found = schemaOf(connection);
  const schema = found === "foreign" ? "damaged" : found;
  const checks =
    schema === "current"
      ? [
          looseKeys(connection),
          ...questions.map((question) => ask(connection, question)),
          await foldedOtherwise(connection),
        ]
      : [];
  const integrity = problems.join("; ");
  const ok = integrity === "ok" && schema === "current" && checks.every((check) => check.ok);
  return { ok, database: { file, schema, integrity }, checks };
}

function ask(connection: Database.Database, { name, sql, isSound }: (typeof questions)[number]): Check {
  const at: string[] = [];
  let count = 0;
  for (const { id, value } of connection.prepare(sql).iterate() as Iterable<{ id: string; value: string }>) {
    if (isSound?.(value)) continue;
    count += 1;
    if (at.length < mostExamples) at.push(id);
  }
  return { name, ok: count === 0, count, examples: at };
}

/** Rows that point to nothing, each by its table and the number of its row. */
function looseKeys(connection: Database.Database): Check {
  const loose = connection.pragma("foreign_key_check") as { table: string; rowid: number }[];
  const examples = loose.slice(0, mostExamples).map(({ table, rowid }) => `${table} ${rowid}`);
  return { name: "foreign-keys", ok: loose.length === 0, count: loose.length, examples };
}

/** Memories that are not what their log says, and learners whose log cannot be read at all. */
async function foldedOtherwise(connection: Database.Database): Promise<Check> {
  const users = connection.prepare("select id, rules, weights from users order by id").all() as {
    id: UserId;
    rules: string;
    weights: string;
  }[];
  const at: string[] = [];
  for (const { id, rules, weights } of users) {
    // Those that cannot be read are told by their own checks.
    if (!areRulesReadable(rules) || !areWeightsReadable(weights)) continue;
    try {
      const learner = { id, rules: JSON.parse(rules), weights: JSON.parse(weights) };
      const { astray } = await foldMemories(asDb(connection), learner);
      at.push(...astray.map(({ cardId }) => `${id} ${cardId}`));
    } catch (error) {
      if (isDamage(error)) throw error;
      at.push(id);
    }
  }
  return { name: "memories", ok: at.length === 0, count: at.length, examples: at.slice(0, mostExamples) };
}
