/** The calls of the review page: what they refuse before anything is studied. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { burst, limitRate } from "@/lib/server/http/limit-rate";
import { addLearner, openCourse } from "@/lib/server/testing/open-course";
import { signedIn } from "@/lib/server/testing/signed-in";
import { POST as askAhead } from "./ahead/route";

let opened: Awaited<ReturnType<typeof openCourse>>;
beforeAll(async () => {
  opened = await openCourse(Date.now());
});
afterAll(() => opened.remove());

it("a page that lay open since another learner signed in does nothing for the one who is signed in now", async () => {
  const person = await addLearner("now@example.com", Date.now());
  const cookie = await signedIn(person, Date.now());
  const askFor = (learner: string) =>
    askAhead(
      new Request("http://localhost:3000/api/study/ahead", {
        method: "POST",
        headers: { cookie, "content-type": "application/json", "epoch-learner": learner },
        body: "{}",
      }),
    );
  expect((await askFor(person.id)).status).toBe(200);
  const refused = await askFor("somebody-else");
  expect([refused.status, (await refused.json()).error.kind]).toEqual([401, "another-learner"]);
});

it("a learner's page that asks too often is told how long to wait", async () => {
  const person = await addLearner("caller@example.com", Date.now());
  const headers = { cookie: await signedIn(person, Date.now()), "content-type": "application/json" };
  const ask = () =>
    askAhead(new Request("http://localhost:3000/api/study/ahead", { method: "POST", headers, body: "{}" }));
  expect((await ask()).status).toBe(200);
  // Taken a minute from now: until then nothing is filled up again.
  expect(limitRate(person.id, Date.now() + 60_000, burst)).toBeNull();
  const reply = await ask();
  expect([reply.status, (await reply.json()).error.kind]).toEqual([429, "throttled"]);
  expect(Number(reply.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
});
