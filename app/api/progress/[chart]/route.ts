import { getLocale } from "@/app/_i18n/get-locale";
import { refuse } from "@/app/api/_http/refuse";
import { type Chart, chartAsCsv, charts } from "@/lib/core/study/progress/chart-table";
import { requireUser } from "@/lib/server/http/require-user";
import { openProgress } from "@/lib/server/study/open-progress";

interface Context {
  params: Promise<{ chart: string }>;
}

/** Without it Excel takes the file for one in the encoding of its Windows, and Korean names are unreadable. */
const byteOrderMark = "\ufeff";

const isChart = (name: string): name is Chart => charts.some((chart) => chart === name);

/** The numbers behind one chart of the progress page, for a spreadsheet. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const now = Date.now();
  const { chart } = await params;
  const user = await requireUser(request, now);
  if (!user.ok) return refuse("signed-out", await getLocale());
  if (!isChart(chart)) return refuse("unknown-address", user.value.locale);
  const progress = await openProgress(user.value, user.value.locale, now);
  return new Response(byteOrderMark + chartAsCsv(chart, progress), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="epoch-${chart}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
