import { useWords } from '../words/dictionary.ts';

interface PlaceTabsProps {
  readonly place: 'member' | 'population';
  readonly onPlace: (place: 'member' | 'population') => void;
}

/** One member or many: the two places that share the right side. */
export function PlaceTabs({ place, onPlace }: PlaceTabsProps) {
  const { t } = useWords();
  return (
    <h2 className="place-tabs">
      {(['member', 'population'] as const).map((one) => (
        <button key={one} type="button" aria-current={place === one ? 'page' : undefined} onClick={() => onPlace(one)}>
          {t[one]}
        </button>
      ))}
    </h2>
  );
}
