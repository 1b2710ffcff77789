import { Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { lazyPart } from '../components/ui/lazyPart';
import { routerBasename } from '../lib/api/urls';
import { Crash } from './Crash';
import { NotFoundPage } from './NotFoundPage';
import { RequireAuth } from './RequireAuth';
import { Splash } from './Splash';
import { loadStartPage } from './loadStartPage';

const AuthPage = lazyPart(async () => (await import('../features/auth/AuthPage')).AuthPage);
/** The editor's page does without it. */
const StartPage = lazyPart(async () => (await loadStartPage()).StartPage);
const OpenLinkPage = lazyPart(
  async () => (await import('../features/sharing/OpenLinkPage')).OpenLinkPage,
);
const InvitationPage = lazyPart(
  async () => (await import('../features/sharing/InvitationPage')).InvitationPage,
);
/** Quill is large: the editor loads when a document is opened. */
const DocumentPage = lazyPart(async () => (await import('./DocumentPage')).DocumentPage);

const AdministrationPage = lazyPart(
  async () => (await import('../features/administration/AdministrationPage')).AdministrationPage,
);

/** The declarative router: the data router would cost the start page another 15 kB. */
export function Pages() {
  return (
    <BrowserRouter basename={routerBasename()}>
      <Crash>
        <Suspense fallback={<Splash />}>
          <Routes>
            <Route path="sign-in" element={<AuthPage mode="sign-in" />} />
            <Route path="sign-up" element={<AuthPage mode="sign-up" />} />
            <Route path="s/:token" element={<OpenLinkPage />} />
            <Route element={<RequireAuth />}>
              <Route path="invitations/:token" element={<InvitationPage />} />
              <Route index element={<StartPage />} />
              <Route path="favourites" element={<StartPage />} />
              <Route path="shared" element={<StartPage />} />
              <Route path="trash" element={<StartPage />} />
              <Route path="rooms/:roomId" element={<StartPage />} />
              <Route path="admin/:part?" element={<AdministrationPage />} />
            </Route>
            <Route element={<RequireAuth staysWhenSignedOut />}>
              <Route path="documents/:documentId" element={<DocumentPage />} />
            </Route>
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </Crash>
    </BrowserRouter>
  );
}
