"""What an attentive colleague would say of a procurement, or of any tender document, before it goes out."""
