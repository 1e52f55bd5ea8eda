import { readFileSync } from 'node:fs';
import { localTime, dayInVietnam } from '@nocgia/schemas/days.ts';
import { typeset } from '../pdf/engine.ts';

const template = readFileSync(new URL('appearance.typ', import.meta.url), 'utf8');

/** Who is shown to have signed. */
export interface ShownSignature {
  name: string;
  /** Post or agency, `Chủ tịch Ủy ban nhân dân Phường Phú Thọ`. */
  position: string | null;
  at: Date;
}

/** `20/11/2026 16:00:05 +07:00`: to the second, with Vietnam's zone (Decree 30/2020, annex I, on the information of a digital signature). */
function timeOf(at: Date): string {
  const seconds = Math.floor(localTime(at.getTime()).time / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const day = dayInVietnam(at).split('-').reverse().join('/');
  return `${day} ${parts.map((part) => String(part).padStart(2, '0')).join(':')} +07:00`;
}

/** The visible block of a signature as a PDF of one page, `width` × `height` millimetres. */
export function appearanceOf({ name, position, at }: ShownSignature, width: number, height: number): Promise<Buffer> {
  const lines = [`Ký bởi: ${name}`, ...(position === null ? [] : [position]), `Thời gian ký: ${timeOf(at)}`];
  return typeset(template, { lines, width, height }, at);
}
