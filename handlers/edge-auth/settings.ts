/** What the function is built with; there is no environment at the edge. None of it is a secret. */
import { type Jwks } from "aws-jwt-verify/jwk";

export interface Settings {
  userPoolId: string;
  /** App clients whose tokens count. */
  clientIds: string[];
  tokenUse: "access" | "id";
  /** Cookie that a browser keeps its token in. */
  cookie: string;
  /** The pool's public keys; without them they are fetched at the first request of each copy of the function. */
  jwks?: Jwks;
  /** Where browsers without a token are sent; without it they get 401 as others do. */
  signIn?: SignIn;
}

export interface SignIn {
  /** Host name of the pool's sign-in pages. */
  domain: string;
  /** A client without a secret. */
  clientId: string;
  scopes: string[];
  /** Path of this site that the pool sends browsers back to. */
  callbackPath: string;
  /** Path of this site that ends a session, here and at the pool. Default: there is none. */
  signOutPath?: string;
}
