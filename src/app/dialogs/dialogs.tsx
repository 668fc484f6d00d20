// The dialog that is open, if any.

import { usePage } from '../store.ts';
import { ExploreDialog } from './explore-dialog.tsx';
import { FindDialog } from './find-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { SwitchesDialog } from './switches-dialog.tsx';

export function Dialogs() {
  const dialog = usePage((state) => state.dialog);
  switch (dialog) {
    case 'share':
      return <ShareDialog />;
    case 'explore':
      return <ExploreDialog />;
    case 'find':
      return <FindDialog />;
    case 'keys':
      return <KeysDialog />;
    case 'switches':
      return <SwitchesDialog />;
    case null:
      return null;
  }
}
