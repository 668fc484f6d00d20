// Keeps a failure where it happened: what is inside is drawn in its place, until what it depends on has changed.

import type { ReactNode } from 'react';
import { Component } from 'react';

interface Props {
  readonly children: ReactNode;
  /** What stands there instead. */
  readonly instead: (error: unknown) => ReactNode;
  /** When one of these is another, the inside is tried again. */
  readonly until: readonly unknown[];
  readonly onFailure?: (error: unknown) => void;
}

interface State {
  readonly failed: boolean;
  readonly error: unknown;
}

export class Boundary extends Component<Props, State> {
  override state: State = { failed: false, error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failed: true, error };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onFailure?.(error);
  }

  override componentDidUpdate({ until }: Props): void {
    if (!this.state.failed) return;
    const changed = this.props.until.some((value, index) => !Object.is(value, until[index]));
    if (changed) this.setState({ failed: false, error: null });
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead(this.state.error) : this.props.children;
  }
}
