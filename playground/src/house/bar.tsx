import type { Key } from 'react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { NO_STORY } from '../play/story.ts';
import type { Shown } from '../play/workshop.ts';
import { exhibit, exhibits } from '../rules/gallery.ts';
import type { Taste, Theme } from '../share/autosave.ts';
import type { Shared } from '../share/link.ts';
import { ShareButton } from '../share/share-button.tsx';
import { useWords } from '../words/dictionary.ts';
import { Icon, Leaf } from './icons.tsx';

interface BarProps {
  readonly work: Shared | null;
  readonly shown: Shown | null;
  readonly taste: Taste;
  readonly onTaste: (part: Partial<Taste>) => void;
  readonly onOpen: (work: Shared) => void;
}

/** The head of the page: which program is open, and what can be done with the page as a whole. */
export function Bar({ work, shown, taste, onTaste, onOpen }: BarProps) {
  const { t, language } = useWords();
  const about = shown?.picture?.about;
  return (
    <header className="bar">
      <p className="brand" title={t.tagline}>
        <Leaf />
        <span>Laurel</span>
      </p>
      <h1 className="title">
        {about === undefined ? t.tagline : about.program}
        {about === undefined || about.version === '' ? null : <small>{about.version}</small>}
      </h1>
      <div className="bar-tools">
        <OpenMenu onOpen={onOpen} />
        <ShareButton work={work} />
        <Button
          className="quiet"
          aria-label={t.otherLanguageName}
          onPress={() => onTaste({ language: language === 'en' ? 'zh' : 'en' })}
        >
          {t.otherLanguage}
        </Button>
        <ThemeMenu theme={taste.theme} onTheme={(theme) => onTaste({ theme })} />
      </div>
    </header>
  );
}

function OpenMenu({ onOpen }: Pick<BarProps, 'onOpen'>) {
  const { t, language } = useWords();
  const open = async (key: Key) => {
    if (key === '') onOpen({ text: '', story: NO_STORY, settings: {} });
    else {
      const { text, story } = await exhibit(String(key), language);
      onOpen({ text, story, settings: {} });
    }
  };
  return (
    <MenuTrigger>
      <Button className="quiet">
        {t.open} <Icon name="down" />
      </Button>
      <Popover className="popover">
        <Menu className="menu" aria-label={t.openProgram} onAction={(key) => void open(key)}>
          <MenuSection>
            <Header>{t.fromGallery}</Header>
            {exhibits.map(({ id, title }) => (
              <MenuItem key={id} id={id}>
                {title}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuItem id="">{t.emptyFile}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

function ThemeMenu({ theme, onTheme }: { readonly theme: Theme; readonly onTheme: (theme: Theme) => void }) {
  const { t } = useWords();
  const names = { system: t.themeSystem, light: t.themeLight, dark: t.themeDark };
  return (
    <MenuTrigger>
      <Button className="quiet square" aria-label={t.theme}>
        <Icon name="look" />
      </Button>
      <Popover className="popover">
        <Menu
          className="menu"
          aria-label={t.theme}
          selectionMode="single"
          selectedKeys={[theme]}
          onAction={(key) => onTheme(THEMES.find((one) => one === key) ?? 'system')}
        >
          {THEMES.map((one) => (
            <MenuItem key={one} id={one}>
              {({ isSelected }) => (
                <>
                  {names[one]}
                  {isSelected ? <Icon name="check" /> : null}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
