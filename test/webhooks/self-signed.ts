/** A certificate nobody vouches for, valid for a hundred years, of the name test.invalid; its key guards nothing. */
export const selfSigned = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgFAUryBQr3wVSMdyO
JUQxADdl4xG52MIYlZVtOGgcNvShRANCAAQrAE6eI0I8i6e31YjrsP2yrnn//ozQ
64YXXxMU7l2OCNAjw+b8iZXwwOnfuKQUMUOsSh8sD8b+nQRBfreX+dle
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBhTCCASugAwIBAgIUCSOzR7A19eTVpinLcUiUsn/yTmAwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMdGVzdC5pbnZhbGlkMCAXDTI2MTEyMjE3MjkyM1oYDzIxMjYx
MDI5MTcyOTIzWjAXMRUwEwYDVQQDDAx0ZXN0LmludmFsaWQwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAQrAE6eI0I8i6e31YjrsP2yrnn//ozQ64YXXxMU7l2OCNAj
w+b8iZXwwOnfuKQUMUOsSh8sD8b+nQRBfreX+dleo1MwUTAdBgNVHQ4EFgQUPxp+
w3PcSiQ4voQLzfERazpSWkEwHwYDVR0jBBgwFoAUPxp+w3PcSiQ4voQLzfERazpS
WkEwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiAFPVIDr/HxCbEw
rs/+tug/HgmbmV1DbrVNhYo+60ofaQIhAP27CJxMS++yVLeoZWfA9jGHgdmKergm
Nm0T6Wjm0dbM
-----END CERTIFICATE-----
`,
};
