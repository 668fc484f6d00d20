// Names one after another, as a tree: whoever walks the fields of a value in their order comes to what is known of just
// these names in just this order, without building or comparing a list.

export class Names<T> {
  /** Of the names up to here, where it is known. */
  known: T | undefined;
  /** The name that was met here first, which most often is the only one, and what follows it. */
  #name = '';
  #then: Names<T> | undefined;
  #others: Map<string, Names<T>> | undefined;

  after(name: string): Names<T> {
    if (this.#then === undefined) {
      this.#name = name;
      this.#then = new Names();
    }
    if (name === this.#name) return this.#then;
    this.#others ??= new Map();
    let next = this.#others.get(name);
    if (next === undefined) {
      next = new Names();
      this.#others.set(name, next);
    }
    return next;
  }
}
