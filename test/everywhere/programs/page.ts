// A page of a browser: whoever drives it calls this function.
import { smoke } from "./smoke.js";

Object.assign(globalThis, { smoke });
