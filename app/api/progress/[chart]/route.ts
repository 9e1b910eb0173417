import { getLocale } from "@/app/_i18n/get-locale";
import { refuse } from "@/app/api/_http/refuse";
import { tableAsCsv } from "@/lib/core/study/progress/chart-table";
import { requireUser } from "@/lib/server/http/require-user";
import { openChart } from "@/lib/server/study/open-chart";

interface Context {
  params: Promise<{ chart: string }>;
}

/** Without it Excel takes the file for one in the encoding of its Windows, and Korean names are unreadable. */
const byteOrderMark = "\ufeff";

/** The numbers behind one chart, for a spreadsheet. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const now = Date.now();
  const { chart } = await params;
  const user = await requireUser(request, now);
  if (!user.ok) return refuse("signed-out", await getLocale());
  const course = new URL(request.url).searchParams.get("course");
  const table = await openChart(user.value, { chart, course }, now);
  if (!table) return refuse("unknown-address", user.value.locale);
  return new Response(byteOrderMark + tableAsCsv(table), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="epoch-${chart}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
