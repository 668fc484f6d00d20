// Small settings kept in the browser (language, theme, speed). A browser that forbids storage forgets them, and that is all.

export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`lamplight.${name}`);
    else localStorage.setItem(`lamplight.${name}`, value);
  } catch {
    // Forbidden or full: the setting holds until the page is closed.
  }
}

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`lamplight.${name}`);
  } catch {
    return null;
  }
}
