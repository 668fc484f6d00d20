// Columns that grow: a run of 100,000 steps keeps a few bytes a step in typed arrays instead of an object a step.

/** A growing list of 32-bit integers. */
export class IntColumn {
  private words = new Int32Array(16);
  length = 0;

  push(value: number): void {
    if (this.length === this.words.length) {
      const wider = new Int32Array(this.words.length * 2);
      wider.set(this.words);
      this.words = wider;
    }
    this.words[this.length++] = value;
  }

  at(index: number): number {
    if (index < 0 || index >= this.length) throw new RangeError(`column: no row ${index} of ${this.length}`);
    return this.words[index] as number;
  }
}

/** A growing list of bytes. */
export class ByteColumn {
  private bytes = new Uint8Array(64);
  length = 0;

  push(value: number): void {
    if (this.length === this.bytes.length) {
      const wider = new Uint8Array(this.bytes.length * 2);
      wider.set(this.bytes);
      this.bytes = wider;
    }
    this.bytes[this.length++] = value;
  }

  at(index: number): number {
    if (index < 0 || index >= this.length) throw new RangeError(`column: no row ${index} of ${this.length}`);
    return this.bytes[index] as number;
  }
}
