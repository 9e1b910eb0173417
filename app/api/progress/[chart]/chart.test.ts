import { afterAll, beforeAll, expect, it } from "vitest";
import { addLearner, openCourse } from "@/lib/server/testing/open-course";
import { signedIn } from "@/lib/server/testing/signed-in";
import { GET } from "./route";

let opened: Awaited<ReturnType<typeof openCourse>>;
beforeAll(async () => {
  opened = await openCourse(Date.now());
});
afterAll(() => opened.remove());

it("a chart that there is not is refused in JSON", async () => {
  const person = await addLearner("reader@example.com", Date.now());
  const headers = { cookie: await signedIn(person, Date.now()) };
  const request = new Request("http://localhost:3000/api/progress/none", { headers });
  const reply = await GET(request, { params: Promise.resolve({ chart: "none" }) });
  expect([reply.status, (await reply.json()).error.kind]).toEqual([404, "unknown-address"]);
});
