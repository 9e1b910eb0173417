import { answerAct } from "@/app/api/_http/answer-act";
import { previewImport } from "@/lib/server/courses/preview-import";
import { largestBody, previewForm } from "../_form";

export const POST = (request: Request): Promise<Response> =>
  answerAct(request, previewForm, previewImport, { largestBody });
