/** What a field for scans and photos offers. HEIC is taken and not named: an iPhone then hands its photos over as JPEG, which every browser shows. */
export const accepted = 'application/pdf,image/jpeg,image/png,image/webp';

/** What came of a file: kept, refused by a code of the catalogue with its text, or neither (no code), because no answer came. */
export type Sent = { kept: true } | ({ kept: false } & Refused);

export interface Refused {
  code: string | null;
  message: string;
  /** What the text names as the most. */
  limit?: number;
}

/** One file with the fields that go before it: who receives it knows what it is for before the first byte. */
export function formOf(fields: Readonly<Record<string, string>>, file: File): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', file);
  return body;
}

/** Posts one file with the fields that go before it; `progress` is told percents from 0 to 100. */
export function sendFile(
  address: string,
  fields: Readonly<Record<string, string>>,
  file: File,
  progress: (percent: number) => void,
): Promise<Sent> {
  return new Promise((answered) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => progress(Math.floor((100 * loaded) / Math.max(total, 1)));
    request.onloadend = () => {
      if (request.status === 201) answered({ kept: true });
      else answered({ kept: false, ...refusalIn(request.responseText) });
    };
    request.send(formOf(fields, file));
  });
}

/** What an answer says of a file that was not kept. */
export function refusalIn(text: string): Refused {
  try {
    const { error }: { error?: Partial<Refused> } = JSON.parse(text);
    return { ...error, code: error?.code ?? null, message: error?.message ?? '' };
  } catch {
    return { code: null, message: '' };
  }
}
