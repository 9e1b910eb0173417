import { answerAct } from "@/app/api/_http/answer-act";
import { commitImport } from "@/lib/server/courses/commit-import";
import { importForm, largestBody } from "../_form";

export const POST = (request: Request): Promise<Response> =>
  answerAct(request, importForm, commitImport, { largestBody });
