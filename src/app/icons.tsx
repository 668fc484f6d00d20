// The few signs of the page, drawn as strokes of the text's own colour.

import type { ReactNode } from 'react';

function Icon({ children, fill }: { readonly children: ReactNode; readonly fill?: boolean }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill={fill ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const FirstIcon = () => (
  <Icon>
    <path d="M4 3.5v11M14 4v10L6.5 9z" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="M12.5 4v10L5 9z" />
  </Icon>
);
export const PlayIcon = () => (
  <Icon>
    <path d="M5.5 4v10L13 9z" />
  </Icon>
);
export const PauseIcon = () => (
  <Icon>
    <path d="M6 4v10M12 4v10" strokeWidth="2.4" />
  </Icon>
);
export const LastIcon = () => (
  <Icon>
    <path d="M14 3.5v11M4 4v10l7.5-5z" />
  </Icon>
);
export const InterestingIcon = () => (
  <Icon>
    <path d="M3 9h5M6 6l3 3-3 3M13.5 5.5L17 9l-3.5 3.5L10 9z" />
  </Icon>
);
export const FindIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="4.8" />
    <path d="M11.6 11.6L15 15" />
  </Icon>
);
export const ShareIcon = () => (
  <Icon>
    <path d="M9 11V2.8M5.8 5.6L9 2.6l3.2 3M3.5 9.5v5h11v-5" />
  </Icon>
);
export const ThemeIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="6" />
    <path d="M9 3a6 6 0 0 1 0 12z" fill="currentColor" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="M4.5 4.5l9 9m0-9l-9 9" />
  </Icon>
);
export const EditIcon = () => (
  <Icon>
    <path d="M3.5 14.5l.6-3L11.6 4l2.4 2.4L6.5 14z" />
  </Icon>
);
