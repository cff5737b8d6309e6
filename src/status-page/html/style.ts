export const STYLE = '';
export const STYLE_FILE = 'style.css';
