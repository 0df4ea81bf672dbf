"""The document as meant: from nodes to the values of `sdkloom.ir`."""
