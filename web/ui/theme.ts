export type Theme = "system" | "light" | "dark";

export const themeKey = "modelwright.theme";

/** Runs before the first paint, so that a chosen theme does not flash the other one. */
export const themeScript = `try{var t=localStorage.getItem(${JSON.stringify(themeKey)});if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;

/** The theme that was chosen; "system" follows the device. */
export function readTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

/** Chooses a theme and keeps it for the next visit, where the browser allows. */
export function setTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, theme);
  } catch {
    // A browser that stores nothing still shows the theme until the page is left.
  }
}
