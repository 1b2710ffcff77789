/** Also called early, so that the page's code comes while the sign-in is looked up. */
export const loadStartPage = () => import('./StartPage');
