// SPDX-License-Identifier: Apache-2.0
// Light, dark, or as the device says. Kept on this device.
import { change } from './state.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
export const isDark = () => document.documentElement.dataset.theme ? document.documentElement.dataset.theme === 'dark'
  : dark.matches;
export function setTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  try { localStorage.setItem('theme', theme); } catch { /* a browser that keeps nothing shows it all the same */ }
  change({ theme, shade: isDark() });
}
export function startTheme() {
  let kept = '';
  try { kept = localStorage.getItem('theme') || ''; } catch { /* as above */ }
  setTheme(kept);
  dark.addEventListener('change', () => change({ shade: isDark() }));
}
/// Of the style sheet, for what is drawn on a canvas.
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
