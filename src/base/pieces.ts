// A file piece by piece, so that whoever reads it can say how far it is, and stop.

/** A Blob, as far as it is needed here. */
interface Streamed {
  stream(): { getReader(): Reading };
}
interface Reading {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

export async function* piecesOf(file: Streamed): AsyncGenerator<Uint8Array> {
  const pieces = file.stream().getReader();
  try {
    for (let { value } = await pieces.read(); value; { value } = await pieces.read()) yield value;
  } finally {
    void pieces.cancel().catch(() => undefined);
  }
}
