import { refuseAllBut } from "@/app/api/_http/refuse";
import { checkHealth } from "@/lib/server/check-health";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseAllBut("GET");

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
