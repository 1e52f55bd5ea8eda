import type { ShownField } from '@nocgia/schemas/settlement/asked-fields.ts';
import type { UploadState } from '#lib/api/generated.ts';

export const steps = ['who', 'matter', 'papers', 'result', 'check'] as const;
export type Step = (typeof steps)[number];

/** A file that was sent ahead of its dossier. */
export interface SentFile {
  fileId: string;
  paper: string;
  name: string;
  state: UploadState;
  reason: string | null;
}

/** A submission as it stands on the page: all of it goes with every post, so that nothing is kept anywhere until it is sent. */
export interface Submission {
  step: Step;
  dossierId: string;
  commandId: string;
  token: string;
  values: Record<string, string>;
  files: SentFile[];
  /** Codes of `common.errors` or sentences, by field. */
  errors: Record<string, string[]>;
  /** What went wrong beside the fields, in words. */
  failure: string | null;
  /** The question that is asked when many come from one network. */
  question: string | null;
}

/** Name of the form's field for an answer to what the procedure asks. */
export const answerName = ({ key }: Pick<ShownField, 'key'>): string => `answer-${key}`;
