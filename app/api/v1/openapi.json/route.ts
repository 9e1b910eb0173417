import { z } from "zod";
import { version } from "@/package.json";
import { refuseAllBut } from "../../_http/refuse";
import {
  batchBody,
  batchReply,
  cardReply,
  errorReply,
  goneCardReply,
  queueQuery,
  queueReply,
  reviewBody,
  reviewReply,
  staleReply,
} from "../_shapes";

const schemaOf = (shape: z.ZodType, io: "input" | "output") => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io });
  return schema;
};
const content = (shape: z.ZodType, io: "input" | "output" = "output") => ({
  "application/json": { schema: schemaOf(shape, io) },
});
const reply = (description: string, shape: z.ZodType) => ({ description, content: content(shape) });

const refusals = {
  400: reply("The request could not be read.", errorReply),
  401: reply("No key, or one that is revoked.", errorReply),
  403: reply("The key does not allow this.", errorReply),
  429: reply(
    "Too many requests; Retry-After says how long to wait. A batch counts as its reviews.",
    errorReply,
  ),
  500: reply("Something went wrong here.", errorReply),
  503: reply("It could not be saved; send it again.", errorReply),
};
const postRefusals = { ...refusals, 413: reply("The body is too large.", errorReply) };
const taken = {
  200: reply("Known already: the same reply, nothing added.", reviewReply),
  201: reply("Recorded.", reviewReply),
  404: reply("No such card among the learner's.", errorReply),
  409: reply("The card changed since it was shown.", staleReply),
  422: reply("The answer could not be read; it does not count as wrong.", errorReply),
};

const queryOf = (shape: z.ZodObject) => {
  const { properties = {} } = schemaOf(shape, "input") as { properties?: Record<string, object> };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: "query", required: false, schema }));
};

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseAllBut("GET");

/** The description of the HTTP API, made from the shapes that it checks. */
export function GET(): Response {
  return Response.json({
    openapi: "3.1.0",
    info: { title: "Epoch", version, description: "The learner's queue and reviews." },
    servers: [{ url: "/" }],
    security: [{ key: [] }],
    components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
    paths: {
      "/api/health": {
        get: {
          summary: "Whether the server can read its database",
          security: [],
          responses: { 200: { description: "It can." }, 503: { description: "It cannot." } },
        },
      },
      "/api/v1/queue": {
        get: {
          summary: "The first cards of today's queue",
          parameters: queryOf(queueQuery),
          responses: { 200: reply("The queue.", queueReply), ...refusals },
        },
      },
      "/api/v1/reviews": {
        post: {
          summary: "Record one review",
          requestBody: { required: true, content: content(reviewBody, "input") },
          responses: { ...taken, ...postRefusals },
        },
      },
      "/api/v1/reviews/batch": {
        post: {
          summary: "Record reviews made offline, in the order of their times",
          requestBody: { required: true, content: content(batchBody, "input") },
          responses: { 200: reply("A status for each.", batchReply), ...postRefusals },
        },
      },
      "/api/v1/reviews/{id}": {
        delete: {
          summary: "Take back the latest review",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          responses: {
            200: reply(
              "The card as it stands again; only its id when it is in none of the learner's courses any more.",
              z.union([cardReply, goneCardReply]),
            ),
            404: reply("No such review.", errorReply),
            409: reply("It is not the latest.", errorReply),
            ...refusals,
          },
        },
      },
    },
  });
}
